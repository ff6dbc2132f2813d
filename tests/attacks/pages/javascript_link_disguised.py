"""A link whose address is a script, hidden behind capitals, spaces and an entity."""

STOPPED_BY = "links and pictures with another protocol are removed"
PLACE = "answer"
PAYLOAD = '<a href=" JaVa&#x53;cript:void(RUN)">the proof</a>'
