"""What the command line is made of: its options, what it prints, and the documents it writes."""
