// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "services/core/clock.h"
#include "services/core/money.h"
#include <QtCore/qnamespace.h>

namespace tenantry::ui {

/// How CellDelegate draws a cell.
enum class CellKind {
  Text,    ///< Qt::DisplayRole
  TwoLine, ///< avatar, or IconRole in ToneRole, Qt::DisplayRole and SecondLineRole: the first
           ///< column of 44 px rows
  Badge,   ///< Qt::DisplayRole on ToneRole, with StateDotRole
  Money,   ///< MoneyRole, HideMinorUnitsRole
  Number,  ///< NumberRole
  Date,    ///< DayRole
  Delta,   ///< DeltaRole, coloured from ThresholdRole on
  Bar,     ///< ShareRole in ToneRole, with Qt::DisplayRole beside it
  Finding, ///< icon in ToneRole and Qt::DisplayRole; nothing where there is no text
  Check,   ///< Qt::CheckStateRole, changed by click and Space
  Spark,   ///< SeriesRole in ToneRole
};

/// One role, one type: a double read as a bool is a dot where there is none. A kind whose value is
/// missing shows an en dash, as zero usage does.
enum CellRole {
  KindRole = Qt::UserRole + 100, ///< int, a CellKind; Text where missing
  SecondLineRole,                ///< QString
  ToneRole,                      ///< int, a Tone
  StateDotRole,                  ///< bool: the badge is a state
  PersonRole,                    ///< bool: a round avatar
  StrongRole,                    ///< bool: medium weight, for totals
  MoneyRole,                     ///< tenantry::Money
  HideMinorUnitsRole,            ///< bool
  NumberRole,                    ///< qint64
  DayRole,                       ///< tenantry::LocalDay
  DeltaRole,                     ///< double, percent
  ThresholdRole,                 ///< double, percent; 5 where missing
  ShareRole,                     ///< double, 0..1
  SeriesRole,                    ///< QVector<double>
  IconRole,                      ///< QString, the name of an icon
};

} // namespace tenantry::ui
