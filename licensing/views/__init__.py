"""Pages of licensing: `brands` asks and uses, `creators` answer and take back."""
