"""What people and tools are told: problems, what a build came to, what an approval is about."""
