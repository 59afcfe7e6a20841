"""What the questions are answered with: draws, chunks, regions of weights, straight lines through them."""
