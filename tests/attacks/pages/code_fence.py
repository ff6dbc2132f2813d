"""Markup in the name of a code block's language."""

STOPPED_BY = "code blocks are escaped and not coloured"
PLACE = "answer"
PAYLOAD = "```<script>RUN</script>\n1\n```\n\n```mermaid\n<script>RUN</script>\n```"
BARE = "<script>RUN</script>"
