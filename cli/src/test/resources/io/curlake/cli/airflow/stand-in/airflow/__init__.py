"""Stands for Airflow 3 where it is not installed: records DAGs, groups, tasks and their order, and runs nothing.

What it takes is what Airflow takes, as far as the DAG of curlake uses it: an argument that Airflow does not know is refused.
"""
