// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cmake/precompiled_store.h"
#include "models/connection/connection.h"
#include <QAbstractTableModel>
#include <QTimer>
