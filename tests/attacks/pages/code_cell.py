"""Markup in code, and a language for colouring it that ends an attribute."""

STOPPED_BY = "code is escaped"
PLACE = "code"
PAYLOAD = 'x = "</pre></div><script>RUN</script>"'
BARE = "</pre><script>RUN</script>"
