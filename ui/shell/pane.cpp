// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pane.h" // its signals are compiled here
