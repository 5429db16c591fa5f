// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cmake/precompiled_store.h"
#include "cmake/precompiled_widgets.h"
#include "models/connection/connection.h"
#include "services/billing/values.h"
#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
