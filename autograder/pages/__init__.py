"""Show what students handed in on pages where nothing of it runs, loads anything, or sends anything."""
