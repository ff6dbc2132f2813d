"""A picture from elsewhere tells its owner who reads when."""

STOPPED_BY = "links and pictures with another protocol are removed"
PLACE = "answer"
PAYLOAD = "![plot](BEACON)"
BARE = '<img src="BEACON" alt="plot">'
