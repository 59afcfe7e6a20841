"""What people see and touch: Streamlit lives here and nowhere else."""
