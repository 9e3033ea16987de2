"""One article through every stage."""
