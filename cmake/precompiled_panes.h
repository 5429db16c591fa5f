// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cmake/precompiled_models.h"
#include "cmake/precompiled_widgets.h"
#include "services/billing/values.h"
#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
