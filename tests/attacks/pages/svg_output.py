"""A drawing as output, with a script and a picture from elsewhere."""

STOPPED_BY = "drawings are shown as pictures, in which nothing runs or is loaded"
PLACE = "data"
DRAWING = """
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
  <script>fetch("BEACON")</script>
  <image xlink:href="BEACON" width="9" height="9"/>
  <foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="BEACON"/></foreignObject>
</svg>"""
PAYLOAD = {"image/svg+xml": DRAWING}
BARE = DRAWING
