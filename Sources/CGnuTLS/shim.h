// Of GnuTLS only the checksums are used.
#pragma once
#include <gnutls/gnutls.h>
#include <gnutls/crypto.h>
