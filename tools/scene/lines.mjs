// What the made-up family says. Ordinary words; several per role so that a scene does not repeat itself soon.
export const LINES = {
  KCHI: [
    'Mama, look at my big tower!', 'I want the red ball.', 'Where is the cat?', 'It is my turn now.', 'More banana please.',
    'What is that noise?', 'I made a blue house.', 'The dog is sleeping.', 'Can we go outside?', 'Look, a little bird!',
    'I can do it myself.', 'Read it again, read it again!', 'No, that is mine.', 'One, two, three, four, five!', 'Papa, come and see!',
  ],
  OCH: [
    'I already finished my homework.', 'That is my truck, give it back.', 'Can I have some juice too?', 'We played football at school today.',
    'You are doing it wrong, let me show you.', 'Where did you put my shoes?',
  ],
  FEM: [
    'Wow, that is a very tall tower. How many blocks did you use?', 'The ball is under the table. Can you reach it?',
    'She is hiding behind the sofa again.', 'Yes, you can have a turn after your brother.', 'Would you like a banana or an apple?',
    'That was the washing machine, it is finished.', 'I love the colours you picked for the roof.', 'Let us put on our shoes and go to the park.',
    'Can you tell me what the bird is doing?', 'Shall we read the story about the bear together?', 'Careful, the cup is still hot.',
    'You counted all the way to five, well done!',
  ],
  MAL: [
    'Good morning, did you sleep well?', 'I am coming, show me what you found.', 'That is a wonderful drawing. Who is the tall person?',
    'The dog is tired because he ran all day.', 'Let us build a bridge for the little train.', 'What do you think will happen next?',
    'Dinner will be ready in ten minutes.', 'We can call grandma after lunch.', 'Hold my hand when we cross the street.',
    'I think the moon is following us home.',
  ],
  TV: [
    'And now the weather. It will be sunny in the north, with some clouds coming from the west during the evening.',
    'Welcome back to the show. Our next guest has travelled a very long way to be with us tonight.',
  ],
}
