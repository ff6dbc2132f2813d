"""Take what students handed in: strictly, in memory, without following or believing any of it."""
