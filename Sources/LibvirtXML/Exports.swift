// Amounts of memory are in this module's own functions.
@_exported public import Quantities
