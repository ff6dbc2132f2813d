"""A link whose address is a script, in Markdown."""

STOPPED_BY = "links and pictures with another protocol are removed"
PLACE = "answer"
PAYLOAD = "[the proof](javascript:void(RUN))"
BARE = '<a href="javascript:void(RUN)">the proof</a>'
