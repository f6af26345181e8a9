#include "xml.h"
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>

static xmlNodePtr child(xmlNodePtr parent, const char *name) {
    for (xmlNodePtr node = parent ? parent->children : NULL; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE && xmlStrEqual(node->name, BAD_CAST name)) return node;
    return NULL;
}

long baseline_edit(const char *text, size_t length) {
    xmlDocPtr document = xmlReadMemory(text, (int)length, NULL, NULL, XML_PARSE_NONET);
    if (!document) return -1;
    xmlNodePtr root = xmlDocGetRootElement(document), devices = child(root, "devices");
    xmlNodeSetContent(child(root, "memory"), BAD_CAST "4194304");
    xmlNodeSetContent(child(root, "vcpu"), BAD_CAST "8");
    xmlSetProp(child(child(devices, "disk"), "driver"), BAD_CAST "cache", BAD_CAST "writeback");
    xmlNodePtr watchdog = xmlNewChild(devices, NULL, BAD_CAST "watchdog", NULL);
    xmlNewProp(watchdog, BAD_CAST "model", BAD_CAST "i6300esb");
    xmlChar *output = NULL;
    int size = -1;
    xmlDocDumpMemoryEnc(document, &output, &size, "UTF-8");
    xmlFree(output);
    xmlFreeDoc(document);
    return size;
}

void *baseline_schema(const char *file) {
    xmlRelaxNGParserCtxtPtr context = xmlRelaxNGNewParserCtxt(file);
    xmlRelaxNGPtr schema = context ? xmlRelaxNGParse(context) : NULL;
    xmlRelaxNGFreeParserCtxt(context);
    return schema;
}

int baseline_validate(void *schema, const char *text, size_t length) {
    xmlDocPtr document = xmlReadMemory(text, (int)length, NULL, NULL, XML_PARSE_NONET);
    if (!document) return -1;
    xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt(schema);
    int verdict = xmlRelaxNGValidateDoc(context, document);
    xmlRelaxNGFreeValidCtxt(context);
    xmlFreeDoc(document);
    return verdict;
}
