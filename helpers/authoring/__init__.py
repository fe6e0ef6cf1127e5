"""What makes and keeps the kit's own notebooks."""
