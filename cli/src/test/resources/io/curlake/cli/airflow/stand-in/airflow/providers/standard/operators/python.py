from airflow.sdk import BaseOperator


class PythonOperator(BaseOperator):
    takes = BaseOperator.takes | {"python_callable", "op_args", "op_kwargs"}
