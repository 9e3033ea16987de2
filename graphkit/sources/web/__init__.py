"""Asking for pages: politely, and never where a stranger's link must not lead."""
