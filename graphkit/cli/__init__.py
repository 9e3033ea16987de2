"""Words on a terminal: each command in a file of its own, importing a stage only where it is used."""
