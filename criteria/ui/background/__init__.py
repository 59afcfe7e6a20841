"""Long computations in processes of their own, so that a move of a slider waits for none of them."""
