// What stands on Strata sees the layers below it with one import, for their types are in Strata's own functions.
@_exported public import Libvirt
@_exported public import LibvirtXML
@_exported public import Quantities
@_exported public import StrataLayers
