// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/money_editor.h"
#include "ui/forms/locale_text.h"
#include "ui/theme/metrics.h"
#include <QBoxLayout>
#include <QLineEdit>

namespace tenantry::ui {

namespace {
constexpr int currencyWidth = 64;
} // namespace

MoneyEditor::MoneyEditor(const QString &currency)
    : FieldEditor(new QWidget), m_currency(Currency::parse(currency).value_or(Currency())),
      m_code(new QLineEdit(m_currency.code())), m_amount(new QLineEdit) {
  m_code->setReadOnly(true);
  m_code->setFocusPolicy(Qt::NoFocus);
  m_code->setFixedWidth(currencyWidth);
  m_code->setAccessibleName(tr("Currency"));
  m_amount->setAlignment(Qt::AlignRight);
  auto *row = new QHBoxLayout(input());
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::x2);
  row->addWidget(m_code);
  row->addWidget(m_amount, 1);
  input()->setFocusProxy(m_amount);
  connect(m_amount, &QLineEdit::textEdited, this, &FieldEditor::edited);
  connect(m_amount, &QLineEdit::editingFinished, this, [this] { setValue(value()); });
}

void MoneyEditor::setCurrency(Currency currency) {
  m_currency = currency;
  m_code->setText(currency.code());
}

QString MoneyEditor::value() const {
  return amountFromTyped(m_amount->text(), m_currency, m_amount->locale());
}

void MoneyEditor::setValue(const QString &value) {
  m_amount->setText(amountToShown(value, m_currency, m_amount->locale()));
}

void MoneyEditor::setReadOnly(bool readOnly) { m_amount->setReadOnly(readOnly); }

} // namespace tenantry::ui
