// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "models/bulk/bulk_act.h"
#include "models/forms/form_state.h"
#include "ui/widgets/form_field.h"
#include <QLocale>
#include <functional>

class QLineEdit;

namespace tenantry::ui {

class MoneyEditor;

/// How much the one row is that an act is about, where only a person can say it: an amount in its
/// currency, below it why it is asked for. Hidden until it is.
class AskedAmount : public FormField {
  Q_OBJECT

public:
  using Why = std::function<QString(const models::BulkAsked &asked, const QLocale &locale)>;

  AskedAmount(const QString &name, Why why);

  /// As a preview says, none hides it. True where what was typed before is there again.
  bool ask(const std::optional<models::BulkAsked> &asked);
  [[nodiscard]] bool isAsked() const { return m_isAsked; }
  /// Of that row, whether it is asked for now or not; none while it cannot be read.
  [[nodiscard]] std::optional<models::BulkAmount> said() const;
  [[nodiscard]] QString obstacle() const; ///< why nothing is said; empty: something is

  /// What was typed before, of each row that was asked about; true as in `ask`.
  bool restore(const models::FormValues &typed);
  [[nodiscard]] models::FormValues typed() const;
  [[nodiscard]] QLineEdit *input() const;

Q_SIGNALS:
  void edited();

private:
  AskedAmount(const QString &name, Why why, MoneyEditor *amount);
  [[nodiscard]] bool takeTyped();
  void showWhetherClear();

  const Why m_why;
  MoneyEditor *m_amount;
  models::BulkAsked m_asked; ///< last
  bool m_isAsked = false;
  models::FormValues m_typed; ///< of all rows
};

} // namespace tenantry::ui
