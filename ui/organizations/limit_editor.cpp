// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/organizations/limit_editor.h"
#include "ui/widgets/format.h"
#include <QCoreApplication>

namespace tenantry::ui {

namespace {

struct LimitWords {
  Q_DECLARE_TR_FUNCTIONS(LimitEditor)
};

constexpr double asThePlanSays = -2, withoutLimit = -1;
constexpr double highestTyped = 9e18; ///< the service says which is too high

} // namespace

QString limitText(std::int64_t limit, const QLocale &locale) {
  return limit < 0 ? LimitWords::tr("unlimited") : formatNumber(limit, locale);
}

LimitEditor::LimitEditor(QWidget *parent) : QDoubleSpinBox(parent) {
  setDecimals(0);
  setRange(asThePlanSays, highestTyped);
  setGroupSeparatorShown(true);
  setValue(asThePlanSays);
}

void LimitEditor::setOfPlan(std::optional<std::int64_t> limit) {
  m_ofPlan = limit;
  const QSignalBlocker quiet(this);
  setSpecialValueText({}); // has the text made anew
  setValue(value());
}

std::optional<std::int64_t> LimitEditor::limit() const {
  return value() < withoutLimit ? std::nullopt : std::optional(static_cast<std::int64_t>(value()));
}

void LimitEditor::setLimit(std::optional<std::int64_t> limit) {
  setValue(limit ? static_cast<double>(*limit) : asThePlanSays);
}

QString LimitEditor::planText() const {
  return m_ofPlan ? LimitWords::tr("plan: %1").arg(limitText(*m_ofPlan, locale()))
                  : LimitWords::tr("plan: no limit");
}

QString LimitEditor::textFromValue(double value) const {
  return value < withoutLimit ? planText() : limitText(static_cast<std::int64_t>(value), locale());
}

double LimitEditor::valueFromText(const QString &text) const {
  const auto typed = text.trimmed();
  if (typed.isEmpty() || typed == planText())
    return asThePlanSays;
  if (typed.compare(limitText(-1, locale()), Qt::CaseInsensitive) == 0)
    return withoutLimit;
  bool isNumber = false;
  const auto number = locale().toLongLong(typed, &isNumber);
  return isNumber ? static_cast<double>(number) : value();
}

QValidator::State LimitEditor::validate(QString &text, int &) const {
  const auto typed = text.trimmed();
  const auto unlimited = limitText(-1, locale());
  if (typed.isEmpty() || typed == planText() || typed.compare(unlimited, Qt::CaseInsensitive) == 0)
    return QValidator::Acceptable;
  bool isNumber = false;
  const auto number = locale().toLongLong(typed, &isNumber);
  if (isNumber)
    return number >= -1 && static_cast<double>(number) <= highestTyped ? QValidator::Acceptable
                                                                       : QValidator::Invalid;
  const bool begins = typed == locale().negativeSign() ||
                      unlimited.startsWith(typed, Qt::CaseInsensitive) ||
                      planText().startsWith(typed, Qt::CaseInsensitive);
  return begins ? QValidator::Intermediate : QValidator::Invalid;
}

} // namespace tenantry::ui
