"""Measures what a build costs at any size, side by side with other site generators."""
