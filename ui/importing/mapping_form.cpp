// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/mapping_form.h"
#include "ui/importing/field_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/label.h"
#include "ui/widgets/surface.h"
#include <QComboBox>
#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {
enum Column { NameColumn, StateColumn, ChoiceColumn, SampleColumn };
constexpr int choiceWidth = 240;
} // namespace

MappingForm::MappingForm(QWidget *parent) : ScrollPage(tr("Columns"), parent) {}

void MappingForm::addHead() {
  const std::pair<Column, QString> heads[] = {{NameColumn, tr("Field")},
                                              {ChoiceColumn, tr("Column of the file")},
                                              {SampleColumn, tr("First row")}};
  for (const auto &[column, text] : heads)
    m_grid->addWidget(new Label(text, TextStyle::CaptionStrong, Tone::Muted), 0, column);
}

/// The form is made anew: another choice can change what the other fields may take.
void MappingForm::show(const models::ImportSheet &sheet) {
  auto *content = new Surface;
  m_grid = new QGridLayout(content);
  m_grid->setContentsMargins(space::x5, space::x3, space::x5, space::x3);
  m_grid->setHorizontalSpacing(space::x3);
  m_grid->setVerticalSpacing(space::x1);
  m_grid->setColumnStretch(SampleColumn, 1);
  addHead();
  int row = 1;
  for (const auto &field : sheet.format->fields)
    addField(row++, sheet, field);
  m_grid->setRowStretch(row, 1);
  setWidget(content);
}

void MappingForm::addField(int row, const models::ImportSheet &sheet,
                           const importing::ImportField &field) {
  const auto column = sheet.mapping.columnOf.value(field.key, -1);
  auto *choice = new QComboBox;
  choice->addItem(tr("not imported"), QString());
  for (const auto &name : sheet.columns)
    choice->addItem(name, name);
  choice->setCurrentIndex(int(column) + 1);
  choice->setFixedWidth(choiceWidth);
  choice->setAccessibleName(tr("Column for %1").arg(fieldName(field.key)));
  connect(choice, &QComboBox::activated, this, [this, choice, key = field.key] {
    Q_EMIT columnChosen(key, choice->currentData().toString());
  });
  m_grid->addWidget(new Label(fieldName(field.key)), row, NameColumn);
  if (field.presence == importing::Presence::Required)
    m_grid->addWidget(column < 0 ? new Badge(tr("Needed"), Tone::Danger, BadgeKind::State)
                                 : new Badge(tr("Needed")),
                      row, StateColumn, Qt::AlignLeft | Qt::AlignVCenter);
  m_grid->addWidget(choice, row, ChoiceColumn);
  auto *sample = new ElidedLabel(TextStyle::Meta, Tone::Muted);
  sample->setText(column < 0 ? QString() : sheet.sample.value(column).simplified());
  m_grid->addWidget(sample, row, SampleColumn);
}

} // namespace tenantry::ui
