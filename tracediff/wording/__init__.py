"""The one place that puts values, periods, labels and headlines into words."""
