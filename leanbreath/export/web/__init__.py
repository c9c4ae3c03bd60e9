"""Web pages that are one file each: they need no network, no other file and no build step."""
