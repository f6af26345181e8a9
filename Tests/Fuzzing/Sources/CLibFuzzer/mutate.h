#pragma once
#include <stddef.h>
#include <stdint.h>

// libFuzzer's own mutation, which a custom mutator may call; it has no header of its own.
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
