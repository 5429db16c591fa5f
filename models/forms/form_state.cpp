// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forms/form_state.h"

namespace tenantry::models {

void FormState::type(const QString &field, const QString &text) {
  m_typed[field] = text;
  reconcile();
}

void FormState::take(const FormValues &stored) {
  m_stored = stored;
  reconcile();
}

/// A field as it was, or as somebody else has made it as well, is not typed any more.
void FormState::reconcile() {
  for (const auto &[field, theirs] : m_stored.asKeyValueRange()) {
    auto &mine = m_typed[field];
    auto &base = m_base[field];
    if (mine == base)
      mine = theirs;
    if (mine == theirs)
      base = theirs;
  }
}

void FormState::keepMine(const QString &field) { m_base[field] = m_stored.value(field); }

void FormState::takeTheirs(const QString &field) {
  m_typed[field] = m_base[field] = m_stored.value(field);
}

FormValues FormState::changes() const {
  FormValues changes;
  for (const auto &[field, mine] : m_typed.asKeyValueRange())
    if (mine != m_stored.value(field))
      changes.insert(field, mine);
  return changes;
}

QList<FieldDifference> FormState::differences() const {
  QList<FieldDifference> differences;
  for (const auto &[field, mine] : m_typed.asKeyValueRange())
    if (const auto theirs = m_stored.value(field); mine != theirs && m_base.value(field) != theirs)
      differences.append({field, mine, theirs});
  return differences;
}

QMap<QString, FormState::Written> FormState::written() const {
  QMap<QString, Written> written;
  for (const auto &[field, mine] : m_typed.asKeyValueRange())
    if (const auto base = m_base.value(field); mine != base || base != m_stored.value(field))
      written.insert(field, {base, mine});
  return written;
}

void FormState::restore(const QMap<QString, Written> &written) {
  for (const auto &[field, one] : written.asKeyValueRange())
    if (m_stored.contains(field)) { // a form of another version may have had more
      m_base[field] = one.over;
      m_typed[field] = one.text;
    }
  reconcile();
}

} // namespace tenantry::models
