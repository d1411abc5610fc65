"""Between content and publication in production: what the parties have approved, and what waits for whom."""
