"""What is known, as pages that open anywhere: no server, no network, nothing unescaped."""
