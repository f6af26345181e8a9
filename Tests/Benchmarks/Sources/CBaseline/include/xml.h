// The work of the races of documents, in plain C over libxml2.
#pragma once
#include <stddef.h>

// Parses a definition, edits two texts, an attribute and an element of it, and serialises it; the length, or -1.
long baseline_edit(const char *text, size_t length);

// Reads a Relax-NG schema; NULL when it cannot be used.
void *baseline_schema(const char *file);

// Parses and validates a text; 0 when it is valid.
int baseline_validate(void *schema, const char *text, size_t length);
