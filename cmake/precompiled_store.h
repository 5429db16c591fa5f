// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "cmake/precompiled.h"
#include "services/core/rational.h"
#include "services/store/session.h"
