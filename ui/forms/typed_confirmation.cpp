// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/typed_confirmation.h"
#include "ui/widgets/form_field.h"
#include <QLineEdit>
#include <QVBoxLayout>

namespace tenantry::ui {

TypedConfirmation::TypedConfirmation(const QString &label, QWidget *parent)
    : QWidget(parent), m_typed(new QLineEdit), m_field(new FormField(label, m_typed)) {
  auto *layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_field);
  setFocusProxy(m_typed);
  connect(m_typed, &QLineEdit::textChanged, this, &TypedConfirmation::edited);
}

void TypedConfirmation::setExpected(const QString &expected) {
  m_expected = expected;
  m_field->setHint(expected.isEmpty()
                       ? QString()
                       : tr("It cannot be undone. Type %1 to confirm.").arg(expected));
}

bool TypedConfirmation::isGiven() const {
  return !m_expected.isEmpty() &&
         m_typed->text().simplified().compare(m_expected.simplified(), Qt::CaseInsensitive) == 0;
}

} // namespace tenantry::ui
