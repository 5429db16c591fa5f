// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger/open_items_model.h" // its signals are compiled here
