// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/asked_amount.h"
#include "ui/forms/money_editor.h"
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

const QString amountField = u"amount/"_s;

} // namespace

AskedAmount::AskedAmount(const QString &name, Why why)
    : AskedAmount(name, std::move(why), new MoneyEditor(QString())) {}

AskedAmount::AskedAmount(const QString &name, Why why, MoneyEditor *amount)
    : FormField(name, amount->input()), m_why(std::move(why)), m_amount(amount) {
  hide();
  connect(m_amount, &MoneyEditor::edited, this, [this] {
    m_typed[amountField + m_asked.key] = m_amount->value();
    showWhetherClear();
    Q_EMIT edited();
  });
}

bool AskedAmount::ask(const std::optional<models::BulkAsked> &asked) {
  m_isAsked = asked.has_value();
  setVisible(m_isAsked);
  if (!asked)
    return false;
  m_asked = *asked;
  m_amount->setCurrency(asked->in);
  setHint(m_why(*asked, locale()));
  return takeTyped();
}

/// Of this row, where nobody has typed since.
bool AskedAmount::takeTyped() {
  const auto before = m_typed.value(amountField + m_asked.key);
  if (m_asked.key.isEmpty() || before.isEmpty() || !m_amount->value().isEmpty())
    return false;
  m_amount->setValue(before);
  showWhetherClear();
  return true;
}

std::optional<models::BulkAmount> AskedAmount::said() const {
  if (m_asked.key.isEmpty() || m_amount->value().isEmpty())
    return std::nullopt;
  const auto money = Money::parseMajor(m_amount->value(), m_asked.in);
  return money ? std::optional(models::BulkAmount{m_asked.key, *money}) : std::nullopt;
}

QString AskedAmount::obstacle() const {
  if (!m_isAsked || said())
    return {};
  return m_amount->value().isEmpty() ? tr("No amount is given") : tr("The amount cannot be read");
}

void AskedAmount::showWhetherClear() {
  setError(m_amount->value().isEmpty() || said() ? QString() : tr("The amount cannot be read"));
}

bool AskedAmount::restore(const models::FormValues &typed) {
  for (const auto &[field, text] : typed.asKeyValueRange())
    if (field.startsWith(amountField) && !m_typed.contains(field))
      m_typed[field] = text;
  return takeTyped();
}

models::FormValues AskedAmount::typed() const { return m_typed; }

QLineEdit *AskedAmount::input() const {
  return qobject_cast<QLineEdit *>(m_amount->input()->focusProxy());
}

} // namespace tenantry::ui
