// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDoubleSpinBox>
#include <optional>

namespace tenantry::ui {

/// A limit in whole units: a number, unlimited (also typed as −1), or as the plan says, which is
/// what an empty field means. One step down from 0 is unlimited, the next the plan's.
class LimitEditor : public QDoubleSpinBox {
public:
  explicit LimitEditor(QWidget *parent = nullptr);

  /// What the plan grants: none has no limit, −1 is unlimited.
  void setOfPlan(std::optional<std::int64_t> limit);
  [[nodiscard]] std::optional<std::int64_t> limit() const; ///< none: as the plan says
  void setLimit(std::optional<std::int64_t> limit);

  [[nodiscard]] QString textFromValue(double value) const override;
  [[nodiscard]] double valueFromText(const QString &text) const override;
  QValidator::State validate(QString &text, int &position) const override;

private:
  [[nodiscard]] QString planText() const;

  std::optional<std::int64_t> m_ofPlan;
};

/// "unlimited", or the number.
[[nodiscard]] QString limitText(std::int64_t limit, const QLocale &locale);

} // namespace tenantry::ui
