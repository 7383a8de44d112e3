"""Survey exports to tabulations: strict reading, declared types, exact statistics. The project's only pandas.

In: the node of `data.yaml` and the content folder. Out: a `Tabulation` by name. What is wrong is reported with file,
row and column. pandas is imported for a file of many rows, openpyxl for a workbook: others do not pay for them.
"""

from deckgen.data.datasets import MAX_BYTES
from deckgen.data.loader import Data, read_data

__all__ = ["MAX_BYTES", "Data", "read_data"]
