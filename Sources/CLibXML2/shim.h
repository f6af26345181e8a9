// What of libxml2 Swift cannot import by itself.
#pragma once
// libxml2's headers show ICU's, which Swift's Foundation has a copy of its own of: a program that imports both would not
// compile. Only a structure that is never touched here depends on it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlregexp.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

// xmlFree is a mutable global function pointer, which Swift 6 refuses to touch.
static inline void shim_xml_free(void *memory) { xmlFree(memory); }
