// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QKeySequence>
#include <QList>
#include <QString>

namespace tenantry::ui {

/// A key that a widget answers itself, while it has the focus.
struct KeyHelp {
  QKeySequence keys;
  QString name;
  QString iconName{}; ///< of what it does; may be empty
};

/// Says which keys it answers, for the list of keys.
class AnswersKeys {
public:
  AnswersKeys() = default;
  virtual ~AnswersKeys() = default;
  AnswersKeys(const AnswersKeys &) = delete;
  AnswersKeys &operator=(const AnswersKeys &) = delete;

  [[nodiscard]] virtual QList<KeyHelp> keyHelp() const = 0;
};

} // namespace tenantry::ui
